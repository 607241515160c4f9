package io.minsheng.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A small fact about this installation that belongs to no feature's own table. */
@Entity
@Table(name = "setting")
public class Setting {

    @Id
    private String name;

    @Column(name = "text_value", length = 2000)
    private String value;

    protected Setting() {
    }

    Setting(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    void change(String value) {
        this.value = value;
    }
}
