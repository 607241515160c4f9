package io.minsheng.intake.mail.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.minsheng.intake.mail.form.PageText.Sign;

class PageColumnsTest {

    @Test
    void endsSoonOnAPageFullOfLabels() {
        List<Sign> signs = new ArrayList<>();
        for (int line = 0; line < 20; line++) {
            for (int place = 0; place < 5_000; place++) {
                signs.add(new Sign("联系电话", place * 40, place * 40 + 8, line * 20, 8));
                signs.add(new Sign("无", place * 40 + 20, place * 40 + 28, line * 20, 8));
            }
        }
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(PageColumns.of(signs)).isEmpty());
    }
}
