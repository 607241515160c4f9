package io.minsheng.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** Cleans and checks what the office plans for a campaign (domain: campaign, the form, deadlines). */
@ApplicationScoped
public class CheckPlan {

    /** Mails that name no category get it. */
    private static final String OTHER = "OTHER";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"',;]{1,64}@[^@\\s<>\"',;]+\\.[^@\\s<>\"',;]{2,40}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_DAYS = 90;
    private static final int MOST_CATEGORIES = 40;
    private static final int MOST_PRINCIPLES = 12;

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final CheckFields checkFields;

    CheckPlan(Campaigns campaigns, Organisations organisations, CheckFields checkFields) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.checkFields = checkFields;
    }

    /** The plan with clean texts; what is absent becomes empty. */
    static CampaignPlan clean(CampaignPlan plan) {
        Campaign.Contact contact = plan.contact() == null ? new Campaign.Contact("", "", "", "") : plan.contact();
        return new CampaignPlan(line(plan.title()), plan.projectYear(),
                new Campaign.Contact(line(contact.subjectPhrase()), line(contact.address()), line(contact.mail()),
                        line(contact.phone())),
                plan.deadlines() == null ? new Deadlines(0, 0, 0, 0, 0, 0) : plan.deadlines(),
                given(plan.categories()).map(each -> new Category(line(each.code()), line(each.name()),
                        each.defaultLead() == null || each.defaultLead().isBlank() ? null : each.defaultLead(),
                        line(each.scope()))).toList(),
                given(plan.principles()).map(each -> new Principle(line(each.code()), line(each.name()), line(each.hint())))
                        .toList(),
                given(plan.fields()).map(each -> new AskedField(line(each.code()), line(each.label()), each.needed()))
                        .toList());
    }

    /**
     * All that is wrong with a clean plan. Fields are named as in the API: {@code categories.0.name}.
     *
     * @param code of the campaign
     */
    List<Violation> violations(String code, CampaignPlan plan) {
        List<Violation> violations = new ArrayList<>();
        new LengthRule("title", "征集活动名称", 4, 60).check(plan.title(), violations);
        if (plan.projectYear() < FIRST_YEAR || plan.projectYear() > LAST_YEAR) {
            violations.add(new Violation("projectYear", "请填写四位数的年份。"));
        }
        contact(code, plan.contact(), violations);
        deadlines(plan.deadlines(), violations);
        categories(plan.categories(), violations);
        principles(plan.principles(), violations);
        checkFields.check(plan.fields(), violations);
        return violations;
    }

    /** What differs though it must stay because the campaign has begun. */
    static List<Violation> fixed(CampaignPlan plan, CampaignPlan now) {
        CampaignPlan kept = plan.keeping(now);
        List<Violation> violations = new ArrayList<>();
        if (plan.projectYear() != kept.projectYear()) {
            violations.add(new Violation("projectYear", "征集开始后不能再改项目年度。"));
        }
        if (!plan.contact().equals(kept.contact())) {
            violations.add(new Violation("contact.subjectPhrase", "征集开始后不能再改主题用语：已经有人照此发信。"));
        }
        if (!plan.categories().equals(kept.categories())) {
            violations.add(new Violation("categories", "征集开始后不能再增减类别或改名：已经登记的建议用到它们。"));
        }
        if (!plan.principles().equals(kept.principles())) {
            violations.add(new Violation("principles", "征集开始后不能再增减原则或改名：部门照此评分。"));
        }
        if (!plan.fields().equals(kept.fields())) {
            violations.add(new Violation("fields", "征集开始后不能再改征集表：空白表已经发出。"));
        }
        return violations;
    }

    private void contact(String code, Campaign.Contact contact, List<Violation> violations) {
        new LengthRule("contact.subjectPhrase", "主题用语", 6, 30).check(contact.subjectPhrase(), violations);
        if (campaigns.newestFirst().stream().anyMatch(each -> !each.code().equals(code) && each.closedAt() == null
                && each.subjectPhrase().equals(contact.subjectPhrase()))) {
            violations.add(new Violation("contact.subjectPhrase", "另一个没有结案的征集活动用了同样的主题用语，来信会分不清。"));
        }
        new LengthRule("contact.address", "收信地址", 4, 100).check(contact.address(), violations);
        new LengthRule("contact.phone", "联系电话", 5, 30).check(contact.phone(), violations);
        if (!EMAIL.matcher(contact.mail()).matches() || contact.mail().length() > 120) {
            violations.add(new Violation("contact.mail", "请填写征集邮箱，例如 minsheng@example.cn。"));
        }
    }

    private static void deadlines(Deadlines deadlines, List<Violation> violations) {
        days("deadlines.triage", deadlines.triage(), violations);
        days("deadlines.supplement", deadlines.supplement(), violations);
        days("deadlines.evaluation", deadlines.evaluation(), violations);
        days("deadlines.returning", deadlines.returning(), violations);
        days("deadlines.conclusion", deadlines.conclusion(), violations);
        days("deadlines.extension", deadlines.extension(), violations);
    }

    private static void days(String field, int days, List<Violation> violations) {
        if (days < 1 || days > MOST_DAYS) {
            violations.add(new Violation(field, "请填写 1 到 " + MOST_DAYS + " 个工作日。"));
        }
    }

    private void categories(List<Category> categories, List<Violation> violations) {
        if (categories.size() > MOST_CATEGORIES) {
            violations.add(new Violation("categories", "最多 " + MOST_CATEGORIES + " 个类别。"));
        }
        if (categories.stream().noneMatch(each -> each.code().equals(OTHER))) {
            violations.add(new Violation("categories", "要有代码为 OTHER 的类别（其他）：来信没有写类别的归入这一类。"));
        }
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < categories.size(); i++) {
            Category each = categories.get(i);
            String at = "categories." + i + ".";
            coded(at, each.code(), codes, violations);
            named(at, each.name(), names, violations);
            new LengthRule(at + "scope", "包括的内容", 0, 60).check(each.scope(), violations);
            if (each.defaultLead() != null && !organisations.canHandle(each.defaultLead())) {
                violations.add(new Violation(at + "defaultLead", "没有这个单位。"));
            }
        }
    }

    private static void principles(List<Principle> principles, List<Violation> violations) {
        if (principles.isEmpty() || principles.size() > MOST_PRINCIPLES) {
            violations.add(new Violation("principles", "请写 1 到 " + MOST_PRINCIPLES + " 条原则。"));
        }
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < principles.size(); i++) {
            Principle each = principles.get(i);
            String at = "principles." + i + ".";
            coded(at, each.code(), codes, violations);
            named(at, each.name(), names, violations);
            new LengthRule(at + "hint", "怎样判断", 0, 100).check(each.hint(), violations);
        }
    }

    private static void coded(String at, String code, Set<String> others, List<Violation> violations) {
        if (!CODE.matcher(code).matches()) {
            violations.add(new Violation(at + "code", "代码用大写字母、数字和下划线，以字母开头，最多 30 个。"));
        } else if (!others.add(code)) {
            violations.add(new Violation(at + "code", "代码 " + code + " 重复了。"));
        }
    }

    private static void named(String at, String name, Set<String> others, List<Violation> violations) {
        new LengthRule(at + "name", "名称", 2, 15).check(name, violations);
        if (!name.isEmpty() && !others.add(name)) {
            violations.add(new Violation(at + "name", "名称“" + name + "”重复了。"));
        }
    }

    private static <T> Stream<T> given(List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }

    private static String line(String text) {
        return text == null ? "" : Texts.cleanLine(text);
    }
}
