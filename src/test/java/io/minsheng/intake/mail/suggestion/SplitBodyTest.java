package io.minsheng.intake.mail.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitBodyTest {

    @Test
    void knowsSuggestionsThatCallThemselvesSo() {
        SplitBody.Parts parts = SplitBody.of("""
                您好！我有两件事。
                建议一：给老旧小区加装电梯
                我们小区六层没有电梯，老人上下楼很困难。
                建议二：增加201路公交班次
                早高峰要等半个小时，希望十分钟一班。""", true);

        assertThat(parts.kind()).isEqualTo(SplitBody.Kind.SEVERAL);
        assertThat(parts.parts()).containsExactly("给老旧小区加装电梯\n我们小区六层没有电梯，老人上下楼很困难。",
                "增加201路公交班次\n早高峰要等半个小时，希望十分钟一班。");
    }

    @Test
    void believesAnAnnouncedNumber() {
        String text = """
                现提出以下三条建议：
                一、给老旧小区加装电梯。六层没有电梯，老人上下楼很困难。
                二、增加201路公交班次。早高峰要等半个小时。
                三、在濑溪河边修健身步道。晚上散步没有路灯。""";

        assertThat(SplitBody.of(text, false).kind()).isEqualTo(SplitBody.Kind.SEVERAL);
        assertThat(SplitBody.of(text, false).parts()).hasSize(3);
        assertThat(SplitBody.of(text, true).kind()).isEqualTo(SplitBody.Kind.MAYBE);
    }

    @Test
    void leavesBareNumbersToAPersonWhereTheSubjectNamesNoTopic() {
        String text = """
                1. 给老旧小区加装电梯，六层没有电梯，老人上下楼很困难。
                2. 增加201路公交班次，早高峰要等半个小时。""";

        assertThat(SplitBody.of(text, false).kind()).isEqualTo(SplitBody.Kind.MAYBE);
        assertThat(SplitBody.of(text, true).kind()).isEqualTo(SplitBody.Kind.ONE);
    }

    @Test
    void keepsTheSectionsOfOneSuggestionTogether() {
        assertThat(SplitBody.of("""
                一、现状：我们小区六层没有电梯，老人很多。
                二、问题：老人上下楼很困难，买菜要歇三次。
                三、建议：今年先选三栋楼试点加装电梯。""", false).kind()).isEqualTo(SplitBody.Kind.ONE);
        assertThat(SplitBody.of("我们小区六层没有电梯。\n1. 老人多\n2. 楼层高", false).kind()).isEqualTo(SplitBody.Kind.ONE);
        assertThat(SplitBody.of("没有编号的一段话，希望加装电梯。", false).kind()).isEqualTo(SplitBody.Kind.ONE);
        assertThat(SplitBody.of("2024年10月的事情\n3.5公里的路没有灯，需要尽快安装。", false).kind()).isEqualTo(SplitBody.Kind.ONE);
    }
}
