package io.minsheng.intake.desk;

import java.util.ArrayList;
import java.util.List;

import io.minsheng.intake.desk.DeskEntry.Proxy;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.CheckContact;

/** Cleans and checks who handed a suggestion in for somebody: whoever does has a name. */
final class CheckProxy {

    private CheckProxy() {
    }

    /** With clean texts; null if nothing is said of anybody. */
    static Proxy clean(Proxy proxy) {
        if (proxy == null) {
            return null;
        }
        Proxy clean = new Proxy(Texts.cleanOrNull(Texts.cleanLine(proxy.name())), Texts.narrowOrNull(proxy.phone()),
                Texts.cleanOrNull(Texts.cleanLine(proxy.relation())));
        return clean.name() == null && clean.phone() == null && clean.relation() == null ? null : clean;
    }

    static List<Violation> violations(Proxy sent) {
        Proxy proxy = clean(sent);
        List<Violation> violations = new ArrayList<>();
        if (proxy != null) {
            LengthRule.other("proxy.name", "代办人姓名").needed().check(proxy.name(), violations);
            CheckContact.check("proxy.", proxy.phone(), null, violations);
            LengthRule.other("proxy.relation", "与建议人的关系").check(proxy.relation(), violations);
        }
        return violations;
    }
}
