package io.minsheng.publication.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.minsheng.intake.mail.form.TooMuch;

/** What was found in a file: its texts with their places, and what the program cannot look at. */
public final class FileText {

    private static final int MAX_SIGNS = 5_000_000;

    private final List<Place> places = new ArrayList<>();
    private final Set<String> unseen = new LinkedHashSet<>();
    private int pictures;
    private boolean location;
    private int signs;

    FileText() {
    }

    /** How a text has to be looked at. */
    public enum Sort {
        TEXT,
        /** What a file inside is called, or noted beside it: looked at like a text, but none to be searched for. */
        NAME,
        /** Names the person who wrote the file, a comment or a change. */
        PERSON,
        /** Signs picked out of bytes that are no text: long numbers and addresses count, short names are chance. */
        BYTES
    }

    /**
     * A text.
     *
     * @param where 正文, 文件属性, 批注, 工作表“联系人”（隐藏） …
     */
    public record Place(String where, String text, Sort sort) {
    }

    void add(String where, String text, Sort sort) {
        if (text.isBlank()) {
            return;
        }
        signs += text.length();
        if (signs > MAX_SIGNS) {
            throw new TooMuch("文字超过 " + MAX_SIGNS / 10_000 + " 万字");
        }
        places.add(new Place(where, text, sort));
    }

    void picture() {
        pictures++;
    }

    void located() {
        location = true;
    }

    /** Something that only a person can look at; said once. */
    void unseen(String what) {
        unseen.add(what);
    }

    public List<Place> places() {
        return places;
    }

    /** How long all texts are together, in chars. */
    public int signs() {
        return signs;
    }

    /** How many pictures there are, whose content the program does not read. */
    public int pictures() {
        return pictures;
    }

    /** Whether a picture tells where it was taken. */
    public boolean location() {
        return location;
    }

    /** What could not be read, in words for people. */
    public List<String> unseen() {
        return List.copyOf(unseen);
    }
}
