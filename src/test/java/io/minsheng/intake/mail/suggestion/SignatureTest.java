package io.minsheng.intake.mail.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String WISH = "您好：\n村口到镇上的路没有路灯，建议装二十盏。";

    @ParameterizedTest
    @ValueSource(strings = { "\n\n王测试\n13900002222", "\n\n王测试 139-0000-2222\n", "\n谢谢！\n王测试，13900002222\n2024年10月9日",
            "\n此致\n敬礼\n　　王测试\n　　+86 13900002222" })
    void isReadWhereNothingElseCanBeMeant(String below) {
        assertThat(Signature.below(WISH + below, null)).hasValueSatisfying(signed -> {
            assertThat(signed.name()).isEqualTo("王测试");
            assertThat(signed.phone()).isEqualTo("13900002222");
            assertThat(signed.above()).startsWith(WISH).doesNotContain("王测试", "2222");
        });
    }

    @Test
    void aNameThatIsNoCommonOneIsThatOfTheSender() {
        String text = WISH + "\n\n测试甲\n13900002222";

        assertThat(Signature.below(text, "测试甲")).isPresent();
        assertThat(Signature.below(text, "海阔天空")).isEmpty();
        assertThat(Signature.below(text, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n王测试\n13900002222", "\n请联系村医：\n\n王测试\n13900002222", "\n有事可以打电话给他\n\n王测试\n13900002222",
            "\n\n王主任\n13900002222", "\n\n联系车主\n13900002222", "\n\n物业公司 13900002222", "\n原来留的是13800001111。\n\n王测试\n13900002222",
            "\n\n王测试\n13900002222\n请回电。", "\n\n王测试\n023-43720000", "\n\n王测试\n139000022223", "\n\n王测试", "\n\n13900002222",
            "\n房东是，\n\n王测试\n13900002222", "\n\n投诉电话 13900002222", "\n\n王大爷\n13900002222" })
    void isNotReadWithAnyDoubt(String below) {
        assertThat(Signature.below(WISH + below, null)).isEmpty();
    }

    @Test
    void isNoWholeText() {
        assertThat(Signature.below("王测试\n13900002222", "王测试")).isEmpty();
        assertThat(Signature.below("", null)).isEmpty();
    }

    @Test
    void costsLittleOnATextOfBlanksAndNames() {
        String text = "王测试 \n".repeat(100_000) + "\n".repeat(100_000);
        long start = System.nanoTime();

        assertThat(Signature.below(text, null)).isEmpty();

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
