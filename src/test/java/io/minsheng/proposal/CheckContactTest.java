package io.minsheng.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.platform.error.Violation;

class CheckContactTest {

    @ParameterizedTest
    @ValueSource(strings = { "13800001234", "138 0000 1234", "138-0000-1234", "023-43720000", "43720000", "0231111 1111",
            "+8613800001234", "86 13800001234", "400-820-8820", "+1 202 555 0101" })
    void takesTelephoneNumbersAsPeopleWriteThem(String phone) {
        assertThat(found(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1380000123", "138 0000 123", "1390000", "138000012345", "1 38 0000 123" })
    void saysThatAMobileNumberHasTooFewOrTooManyDigits(String phone) {
        assertThat(found(phone)).singleElement().satisfies(each -> {
            assertThat(each.field()).isEqualTo("proposer.phone");
            assertThat(each.message()).contains("手机号码应为 11 位，现在是 " + phone.replace(" ", "").length() + " 位");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "139", "没有", "abc1380000", "12345" })
    void saysWhatIsWantedWhereThereIsNoNumber(String phone) {
        assertThat(found(phone)).extracting(Violation::message).containsExactly("联系电话格式不正确，请填写手机号码，或带区号的座机号码。");
    }

    private static List<Violation> found(String phone) {
        List<Violation> violations = new ArrayList<>();
        CheckContact.check("proposer.", phone, null, violations);
        return violations;
    }
}
