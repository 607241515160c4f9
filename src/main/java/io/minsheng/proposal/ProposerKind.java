package io.minsheng.proposal;

/** In what capacity somebody proposes. */
public enum ProposerKind {

    RESIDENT("群众"),
    DEPUTY("人大代表"),
    MEMBER("政协委员"),
    ORGANISATION("单位"),
    /** At a desk only. */
    ANONYMOUS("匿名");

    private final String label;

    ProposerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
