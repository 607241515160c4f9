package io.minsheng.intake.mail.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormLinesTest {

    @Test
    void readsFormLines() {
        FilledForm form = ReadForms.ofText("""
                1. 建议事项名称：给老旧小区加装电梯
                事项类别: 城乡住房
                建议内容：
                我们小区六层没有电梯。
                老人上下楼很困难：要歇三次。
                建议理由：老人多
                姓 名：测试甲
                联系电话（手机）：13800001234
                """);
        assertThat(form.get(FormField.TITLE)).contains("给老旧小区加装电梯");
        assertThat(form.get(FormField.CATEGORY)).contains("城乡住房");
        assertThat(form.get(FormField.CONTENT)).contains("我们小区六层没有电梯。\n老人上下楼很困难：要歇三次。");
        assertThat(form.get(FormField.REASON)).contains("老人多");
        assertThat(form.get(FormField.NAME)).contains("测试甲");
        assertThat(form.get(FormField.PHONE)).contains("13800001234");
    }
}
