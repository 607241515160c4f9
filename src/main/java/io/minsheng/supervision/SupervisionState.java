package io.minsheng.supervision;

/** How far a supervision has come. */
public enum SupervisionState {

    /** The chief has to decide whether to issue a notice. */
    NOTICE("待决定"),
    /** The department did its work before the chief decided. */
    DROPPED("单位已办理，不再督办"),
    DISMISSED("不予督办"),
    /** A notice is out and wants its written reply. */
    ISSUED("待回复"),
    REPLIED("已回复");

    private final String label;

    SupervisionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
