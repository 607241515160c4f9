package io.minsheng.intake.mail.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A form as it was filled in; fields that were left empty or could not be read are missing. */
public final class FilledForm {

    private final Map<FormField, Reading> readings = new EnumMap<>(FormField.class);

    /** Keeps the surer of two readings, the first of equal ones. */
    void put(FormField field, Reading reading) {
        Reading before = readings.get(field);
        if (before == null || before.confidence() < reading.confidence()) {
            readings.put(field, reading);
        }
    }

    /** Whether a field was filled in. */
    public boolean has(FormField field) {
        return readings.containsKey(field);
    }

    /** A value with how sure it is. */
    public Optional<Reading> reading(FormField field) {
        return Optional.ofNullable(readings.get(field));
    }

    /** A value. */
    public Optional<String> get(FormField field) {
        return reading(field).map(Reading::value);
    }

    /** Whether it is a form at all: a suggestion needs what it is about, and somebody who filled in more than one field. */
    boolean isForm() {
        return readings.size() > 1 && (has(FormField.TITLE) || has(FormField.CONTENT));
    }
}
