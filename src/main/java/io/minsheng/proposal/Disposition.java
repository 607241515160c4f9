package io.minsheng.proposal;

/** How a case ended; every case ends in exactly one (domain: dispositions). */
public enum Disposition {

    ADOPTED(Stage.PUBLISHED, "已纳入"),
    MERGED(Stage.MERGED, "重复并入"),
    RESERVED(Stage.RESERVED, "留作储备"),
    NOT_ADOPTED(Stage.NOT_ADOPTED, "未纳入"),
    REFERRED(Stage.REFERRED, "转办"),
    REJECTED(Stage.REJECTED, "不予受理"),
    WITHDRAWN(Stage.WITHDRAWN, "已撤回");

    private final Stage stage;
    private final String label;

    Disposition(Stage stage, String label) {
        this.stage = stage;
        this.label = label;
    }

    /** The stage in which a case with this disposition stands first. */
    public Stage stage() {
        return stage;
    }

    public String label() {
        return label;
    }

    /** Where a case that ended so begins again when it is reopened; null: its end stands, only the answer is written anew. */
    public Stage reopensAt() {
        return switch (this) {
            case NOT_ADOPTED, RESERVED -> Stage.CONCLUSION;
            case REFERRED, REJECTED -> Stage.TRIAGE;
            case ADOPTED, MERGED, WITHDRAWN -> null;
        };
    }

    /** A verdict of the office that the author learns only with the released answer. */
    boolean waitsForRelease() {
        return this == RESERVED || this == NOT_ADOPTED || this == REFERRED || this == REJECTED;
    }
}
