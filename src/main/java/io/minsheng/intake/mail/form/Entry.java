package io.minsheng.intake.mail.form;

/**
 * A label and what stands at it, as found in a document.
 *
 * @param label null for a break between two forms
 * @param value as written; may be empty
 * @param confidence how sure it is that the value belongs to the label, 0 to 1
 */
record Entry(Label label, String value, double confidence) {

    static final Entry BREAK = new Entry(null, "", 1);

    Entry with(String more) {
        return new Entry(label, value.isEmpty() ? more : value + "\n" + more, confidence);
    }
}
