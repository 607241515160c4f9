package io.minsheng.triage;

/** A share with its interval of 95 % (Wilson). */
public record Share(int hits, int of) {

    private static final double Z = 1.96;

    public double value() {
        return of == 0 ? 0 : hits / (double) of;
    }

    @Override
    public String toString() {
        double share = value();
        double middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
        return "%.3f（%.3f–%.3f，%d/%d）".formatted(share, middle - half, middle + half, hits, of);
    }
}
