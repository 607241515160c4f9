package io.minsheng.intake.mail.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CoveringNoteTest {

    @Test
    void tellsANoteFromASuggestion() {
        for (String nothing : List.of("", "见附件", "您好！我的建议见附件，请查收。\n测试壬 13800001234", "尊敬的领导：\n附件是征集表，请审阅。谢谢！\n2026年5月6日",
                "发自我的iPhone", "如题")) {
            assertThat(CoveringNote.of(nothing)).as(nothing).isEqualTo(CoveringNote.NOTHING);
        }
        assertThat(CoveringNote.of("我们小区想装电梯，详细情况在附件里。")).isEqualTo(CoveringNote.POINTS);
        assertThat(CoveringNote.of("建议给老旧小区加装电梯")).isEqualTo(CoveringNote.SAYS);
        assertThat(CoveringNote.of("希望修路")).isEqualTo(CoveringNote.SAYS);
    }
}
