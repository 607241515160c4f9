package io.minsheng.proposal.index;

/**
 * Names of the fields of the index. A change of what they hold is a new {@link #VERSION}, which has every node read all again.
 */
final class Field {

    static final String VERSION = "4";

    static final String ID = "id";
    static final String STAND = "stand";
    static final String NUMBER = "caseNumber";
    static final String CAMPAIGN = "campaign";
    static final String CATEGORY = "category";
    static final String TOWNSHIP = "township";
    static final String CHANNEL = "channel";
    static final String STAGE = "stage";
    static final String PUBLIC_STAGE = "publicStage";
    static final String DESK = "desk";
    static final String DEPARTMENT = "department";
    static final String MONTH = "month";
    static final String LIGHT = "light";
    static final String YELLOW_AT = "yellowAt";
    static final String RED_AT = "redAt";
    static final String RECEIVED_AT = "receivedAt";
    static final String SHOWN = "shown";
    static final String TITLE = "title";
    static final String PUBLIC_TITLE = "publicTitle";
    static final String PLACE = "place";
    static final String TEXT = "text";
    static final String WORDS = "words";
    static final String FILES = "files";
    static final String FILES_MARK = "filesMark";
    static final String WORDS_AND_FILES = "wordsAndFiles";
    static final String GIST = "gist";
    static final String VECTOR = "vector";
    static final String TITLE_VECTOR = "titleVector";

    private Field() {
    }
}
