package io.minsheng.triage;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.quarkus.qute.TemplateData;

/** A text that is written again and again, to start from, and the few words by which it is chosen. */
@Entity
@Table(name = "canned_text")
@TemplateData
public class CannedText {

    /** Where it is of use. */
    public enum Kind {
        QUESTION("请建议人补充"),
        REFERRAL("转办说明"),
        REJECTION("不予受理说明");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private String id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String label;
    private String body;
    private int position;

    protected CannedText() {
    }

    CannedText(Kind kind, String label, String body, int position) {
        this.id = Ids.next();
        this.kind = kind;
        this.label = label;
        this.body = body;
        this.position = position;
    }

    void change(String newLabel, String newBody, int newPosition) {
        this.label = newLabel;
        this.body = newBody;
        this.position = newPosition;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public String body() {
        return body;
    }

    /** Its place among those of its kind. */
    public int position() {
        return position;
    }
}
