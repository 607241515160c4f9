package io.minsheng.campaign;

import java.util.List;

/** A way by which filled-in forms come back and are read by machine. It must understand what the campaign calls a field. */
public interface FormReader {

    /** What it is, for the sentence that says that a label is not understood: 来信附件的识别. */
    String name();

    /**
     * Whether what is written under this label is read as this field and no other.
     *
     * @param code of the field ({@link AskedField})
     */
    boolean reads(String code, String label);

    /** Labels that it understands as this field; empty if it does not read it at all. */
    List<String> labels(String code);
}
