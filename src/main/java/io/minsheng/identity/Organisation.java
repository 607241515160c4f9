package io.minsheng.identity;

import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A department, an office within one, or a township of the district. Codes are those of data/organisations.tsv. */
@Entity
@Table(name = "organisation")
public class Organisation {

    /** What kind of organisation it is. */
    public enum Kind {
        DEPARTMENT,
        OFFICE,
        TOWNSHIP
    }

    @Id
    private String code;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String name;
    @Column(name = "short_name")
    private String shortName;
    private String aliases;
    private int position;

    protected Organisation() {
    }

    public Organisation(String code, Kind kind, String name, String shortName, List<String> aliases, int position) {
        this.code = code;
        this.kind = kind;
        this.name = name;
        this.shortName = shortName;
        this.aliases = String.join(",", aliases);
        this.position = position;
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** Full official name. */
    public String name() {
        return name;
    }

    /** Name used in tables and on pages. */
    public String shortName() {
        return shortName;
    }

    /** Other names people use. */
    public List<String> aliases() {
        return aliases.isEmpty() ? List.of() : List.of(aliases.split(","));
    }

    /** All names by which people may call it. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(name, shortName), aliases().stream());
    }
}
