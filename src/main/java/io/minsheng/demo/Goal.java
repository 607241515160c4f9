package io.minsheng.demo;

/** Where a sample case shall stand at the end. */
enum Goal {

    RECEIVED(35, 0.80),
    TRIAGE(15, 0.75),
    AWAITING_SUPPLEMENT(5, 0.70),
    EVALUATION(15, 0.55),
    CONCLUSION(8, 0.40),
    SHORTLISTED(6, 0.30),
    /** Adopted, published and answered. */
    PUBLISHED(8, 0.00),
    /** On the same list, but not adopted. */
    VOTED_DOWN(1, 0.00),
    NOT_ADOPTED(3, 0.20),
    RESERVED(2, 0.20),
    REFERRED(4, 0.50),
    REJECTED(2, 0.50),
    WITHDRAWN(2, 0.50);

    private final int weight;
    private final double recent;

    Goal(int weight, double recent) {
        this.weight = weight;
        this.recent = recent;
    }

    /** How recently such cases came in, from 0 (at the beginning) to 1. */
    double recent() {
        return recent;
    }

    /** On the list that is frozen, decided and published. */
    boolean isOnPublishedList() {
        return this == PUBLISHED || this == VOTED_DOWN;
    }

    /** The goal at a share of all, so that each has its part. */
    static Goal at(double share) {
        int total = 0;
        for (Goal each : values()) {
            total += each.weight;
        }
        double left = share * total;
        for (Goal each : values()) {
            left -= each.weight;
            if (left < 0) {
                return each;
            }
        }
        return RECEIVED;
    }
}
