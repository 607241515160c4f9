package io.minsheng.intake.mail.form;

import java.util.List;

/**
 * A label of a form.
 *
 * @param fields whose value it announces; several for one like 姓名及电话, none for one that is no field of ours
 * @param confidence how sure it is that it means this field
 */
record Label(Kind kind, List<FormField> fields, double confidence) {

    /** What a label is about. */
    enum Kind {
        FIELD,
        /** Something that we do not keep. */
        OTHER,
        /** Somebody who is not the author: telephone numbers after it are not the author's. */
        SOMEONE_ELSE,
        /** The part that the office fills in. */
        OFFICE
    }

    boolean isField() {
        return kind == Kind.FIELD;
    }

    FormField field() {
        return fields.get(0);
    }
}
