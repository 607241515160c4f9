package io.minsheng.proposal.privacy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;

/** One version of the notice on personal data. It never changes: people have agreed to it. */
@Entity
@Table(name = "privacy_notice")
class PrivacyNotice {

    @Id
    private int version;
    @Column(name = "published_by")
    private String publishedBy;
    @Column(name = "published_at")
    private Instant publishedAt;
    private String reason;
    @ElementCollection
    @CollectionTable(name = "privacy_notice_part", joinColumns = @JoinColumn(name = "version"))
    @MapKeyColumn(name = "part")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "body")
    private Map<PrivacyPart, String> parts;

    protected PrivacyNotice() {
    }

    PrivacyNotice(int version, Map<PrivacyPart, String> parts, String reason, String by, Instant at) {
        this.version = version;
        this.parts = new EnumMap<>(parts);
        this.reason = reason;
        this.publishedBy = by;
        this.publishedAt = at;
    }

    PrivacyWords words() {
        return new PrivacyWords(version, publishedAt, new EnumMap<>(parts));
    }
}
