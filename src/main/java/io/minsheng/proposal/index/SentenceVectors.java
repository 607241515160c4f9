package io.minsheng.proposal.index;

import org.apache.lucene.util.BytesRef;

/**
 * What a case means, as two directions.
 *
 * @param gist of its title and the beginning of its content; of length 1
 * @param title of its title alone, one byte a dimension: it is looked at for some cases only and never searched for, and so
 *        the index of 100,000 cases stays 150 MB smaller
 */
record SentenceVectors(float[] gist, BytesRef title) {

    private static final int LARGEST = Byte.MAX_VALUE;

    static SentenceVectors of(float[] gist, float[] title) {
        return new SentenceVectors(gist, packed(title));
    }

    /** Turned by less than a degree, and of any length. */
    private static BytesRef packed(float[] vector) {
        float largest = Float.MIN_NORMAL;
        for (float each : vector) {
            largest = Math.max(largest, Math.abs(each));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * LARGEST);
        }
        return new BytesRef(bytes);
    }

    /** Of the angle to the gist. */
    double cosineToGist(float[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * gist[i];
        }
        return sum;
    }

    /** Of the angle to the title. */
    double cosineToTitle(float[] vector) {
        double sum = 0;
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            byte value = title.bytes[title.offset + i];
            sum += vector[i] * value;
            square += value * value;
        }
        return square == 0 ? 0 : sum / Math.sqrt(square);
    }
}
