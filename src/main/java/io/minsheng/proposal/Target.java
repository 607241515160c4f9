package io.minsheng.proposal;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * 预期目标: what would be reached, in free words or as indicator, unit, value and date. Any part may be null.
 */
@Embeddable
public record Target(@Column(name = "target") String text, @Column(name = "target_indicator") String indicator,
        @Column(name = "target_unit") String unit, @Column(name = "target_value") String value,
        @Column(name = "target_due") LocalDate due) {

    public static final Target NONE = new Target(null, null, null, null, null);
}
