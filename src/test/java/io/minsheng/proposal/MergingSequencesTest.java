package io.minsheng.proposal;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MergingSequencesTest extends MergingSequences {

    @Override
    int many() {
        return 50;
    }
}
