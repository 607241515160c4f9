package io.minsheng.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({ "13812345678,138****5678", "+86 138-1234-5678,138****5678", "１３８１２３４５６７８,138****5678",
            "023-43721234,023****1234", "0831-7321234,0831****1234", "43721234,****1234", "110,***" })
    void masksPhones(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @Test
    void masksNamesCardsAndMail() {
        assertThat(Masking.name("张三丰")).isEqualTo("张*");
        assertThat(Masking.name("欧阳修")).isEqualTo("欧阳*");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.idCard("50022519900101123X")).isEqualTo("5002**************");
        assertThat(Masking.bankCard("6222 0212 3456 7890 123")).isEqualTo("***************0123");
        assertThat(Masking.email("alice@example.cn")).isEqualTo("a***@example.cn");
        assertThat(Masking.name(null)).isNull();
    }

    @Test
    void masksEverythingInFreeText() {
        String text = "我叫张三丰，电话13812345678（或023-43721234），身份证50022519900101123X，"
                + "卡号6222021234567890123，邮箱zhang.san@example.cn，微信号：zhang_san99，QQ 12345678，身份证号 500225900101123。";

        assertThat(Masking.freeText(text, List.of("张三丰", "王")))
                .isEqualTo("我叫张*，电话138****5678（或023****1234），身份证5002**************，"
                        + "卡号***************0123，邮箱z***@example.cn，微信号：***********，QQ ********，身份证号 5002***********。");
    }

    @ParameterizedTest
    @ValueSource(strings = { "电话 138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "8613812345678", "tel:13812345678。" })
    void findsPhonesHoweverTheyAreWritten(String text) {
        assertThat(Masking.freeText(text)).contains("138****5678").doesNotContain("1234");
    }

    @ParameterizedTest
    @ValueSource(strings = { "受理编号 DZ2025-000123-7", "2024-10-21 至 2025-03-01", "投资 12000 万元，惠及 1000000 人", "文号 渝府发〔2024〕15号",
            "" })
    void leavesOtherNumbersAlone(String text) {
        assertThat(Masking.freeText(text)).isEqualTo(text);
    }
}
