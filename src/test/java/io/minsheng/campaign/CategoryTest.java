package io.minsheng.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryTest {

    @Test
    void eachUsualCategorySaysInChineseWhatBelongsToIt() {
        assertThat(Category.usual()).hasSize(12).allSatisfy(each -> assertThat(each.scope()).as(each.code()).isNotBlank()
                .hasSizeLessThanOrEqualTo(60).matches("[\\p{IsHan}、，（）]+"));
    }
}
