package io.minsheng.decision;

/** How a ballot is filled in. */
public enum VoteMode {

    /** Up to K of the candidates, all alike. */
    CHOOSE("勾选"),
    /** Up to K in order: the first gets K points, the second one less. */
    RANK("排序");

    private final String label;

    VoteMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
