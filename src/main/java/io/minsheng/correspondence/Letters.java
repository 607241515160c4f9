package io.minsheng.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.SiteSettings;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Support;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.minsheng.proposal.privacy.PrivacyPart;
import io.minsheng.proposal.privacy.PrivacyWords;

/**
 * The words of our mails. Pages that show a mail before it goes out call the same methods, so a preview is exact. Plain
 * text: it can be read anywhere, aloud too, and carries nothing that could be clicked by mistake but the one link.
 */
@ApplicationScoped
public class Letters {

    private static final String SIGN_OFF_RULE = "----------------------------------------";

    private final Authors authors;
    private final Campaigns campaigns;
    private final PrivacyNotices notices;
    private final SiteSettings site;
    private final PublicUrl url;
    private final MessageWords inShort;

    Letters(Authors authors, Campaigns campaigns, PrivacyNotices notices, SiteSettings site, PublicUrl url) {
        this.authors = authors;
        this.campaigns = campaigns;
        this.notices = notices;
        this.site = site;
        this.url = url;
        this.inShort = new MessageWords(site, url);
    }

    /** The same as short messages. */
    public MessageWords inShort() {
        return inShort;
    }

    /** 受理回执: number, query code, where to look, what happens next. */
    public Letter receipt(Proposal proposal, String queryCode) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        String late = proposal.late() ? "\n您的建议是在征集截止之后收到的，我们会照常登记，并告诉您如何处理。\n" : "";
        return letter(proposal, "已收到您的建议", """
                您的建议已经收到并登记。请保存这封邮件，查询进度时需要下面的编号和查询码。

                受理编号：%s
                查询码：%s
                建议事项名称：%s
                收到时间：%s
                查询进度：%s
                %s
                接下来：
                1. 我们在 %d 个工作日内完成分类整理；如需您补充说明，会再联系您。
                2. 有关部门开展评估论证，条件成熟的纳入备选名单。
                3. 备选名单按程序报区委、区政府研究，结果向社会公布。
                4. 无论是否采纳，都会给您答复。从征集到公布可能需要几个月，期间可以随时查询进度。

                需要补充或更正，直接回复这封邮件即可。

                %s""".formatted(proposal.caseNumber(),
                queryCode, proposal.title(), Shanghai.sayTime(proposal.receivedAt()), trackingLink(proposal), late,
                campaign.deadlines().triage(), privacy(proposal)));
    }

    /** What is done with personal data, as it was said when the suggestion was registered. */
    private String privacy(Proposal proposal) {
        PrivacyWords words = notices.told(proposal.privacyVersion());
        return words.at(PrivacyPart.SHORT_EMAIL) + "\n个人信息保护说明：" + url.to("/privacy?version=" + words.version());
    }

    /** 受理回执 for several suggestions that came in one piece: every number with its query code. */
    public Letter receipt(List<Proposal.Registered> all) {
        Proposal first = all.get(0).proposal();
        String each = all.stream().map(one -> """
                受理编号：%s
                查询码：%s
                建议事项名称：%s
                查询进度：%s""".formatted(one.proposal().caseNumber(), one.queryCode(), one.proposal().title(),
                trackingLink(one.proposal()))).collect(Collectors.joining("\n\n"));
        String late = first.late() ? "\n您的建议是在征集截止之后收到的，我们会照常登记，并告诉您如何处理。\n" : "";
        return letter(first, "已收到您的 " + all.size() + " 条建议", """
                您的来信中有 %d 条建议，已经分别登记，各有编号。请保存这封邮件，查询进度时需要下面的编号和查询码。
                收到时间：%s

                %s
                %s
                每条建议分别办理、分别答复：我们在 %d 个工作日内完成分类整理，有关部门再开展评估论证。无论是否采纳，都会给您答复。

                需要补充或更正，直接回复这封邮件，并写明是哪一个编号。

                %s""".formatted(all.size(),
                Shanghai.sayTime(first.receivedAt()), each, late,
                campaigns.rules(first.campaign()).deadlines().triage(), privacy(first)));
    }

    /**
     * A question to the author.
     *
     * @param dueAt exclusive end of the last day to answer; null where it is not known yet
     */
    public Letter question(Proposal proposal, String question, Instant dueAt) {
        String until = until(dueAt);
        return letter(proposal, "请补充说明", """
                感谢您提出建议“%s”（受理编号 %s）。为了准确办理，我们想请您补充说明：

                %s

                请您在%s答复。答复办法任选一种：
                1. 直接回复这封邮件，写上您的说明；
                2. 打开 %s ，用受理编号和查询码登录后填写。

                没有收到答复，我们会按现有内容继续办理，不会因此不予受理。""".formatted(proposal.title(), proposal.caseNumber(), question,
                until, trackingLink(proposal)));
    }

    static String until(Instant dueAt) {
        return dueAt == null ? "收到后尽快" : Shanghai.sayDate(dueAt.minusSeconds(1)) + "（含当天）前";
    }

    /** 合并办理: no answer, but what it means to be handled together with another case. */
    public Letter merged(Proposal member, Proposal into) {
        return letter(member, "您的建议与同类建议合并办理", """
                您提出的建议“%s”（受理编号 %s）与受理编号 %s 的建议内容相近，我们把它们放在一起办理。

                这对您意味着：
                1. 您的受理编号、查询码和原文都保留，仍用它们查询进度；
                2. 进展以 %s 为准，在您的查询页面上可以看到；
                3. 办结时，您会单独收到给您的答复；
                4. 如果您认为不是同一件事，请直接回复这封邮件，或在查询页面补充说明。我们核实后可以恢复单独办理。

                查询进度：%s""".formatted(member.title(), member.caseNumber(), into.caseNumber(), into.caseNumber(),
                trackingLink(member)));
    }

    /** One mail or letter with several suggestions became several cases: all numbers, the new query codes. */
    public Letter split(Proposal.Split split) {
        Proposal parent = split.parent();
        String parts = split.children().stream().map(each -> "受理编号：%s\n查询码：%s\n建议事项名称：%s\n".formatted(
                each.proposal().caseNumber(), each.queryCode(), each.proposal().title())).collect(Collectors.joining("\n"));
        return letter(parent, "您的来件包含多件建议，已分开登记", """
                您的来件（受理编号 %s）包含多件建议。为了分别办理和答复，我们把它们分开登记。请保存这封邮件，查询进度时需要下面的编号和查询码。

                受理编号：%s
                查询码：不变，见原来的回执
                建议事项名称：%s

                %s
                您的原文完整保留。查询进度：%s""".formatted(parent.caseNumber(), parent.caseNumber(), parent.title(), parts,
                trackingLink(parent)));
    }

    /** The merge was undone. */
    public Letter unmerged(Proposal member, Proposal from) {
        return letter(member, "您的建议恢复单独办理", """
                您提出的建议“%s”（受理编号 %s）不再与受理编号 %s 的建议合并，从原来的环节继续单独办理。受理编号和查询码不变。

                查询进度：%s""".formatted(member.title(), member.caseNumber(), from.caseNumber(), trackingLink(member)));
    }

    /** 答复: the released words as they are. */
    public Letter answer(Proposal proposal, String text) {
        return letter(proposal, "关于您的建议的答复", """
                您提出的建议“%s”（受理编号 %s）已经办理，现答复如下：

                %s

                您可以在 %s 查看办理过程，并对办理情况作出评价。""".formatted(proposal.title(), proposal.caseNumber(), text,
                trackingLink(proposal)));
    }

    /** The answer for somebody who supports the case: the released words, under the public title. */
    public Letter supportAnswer(Support support, String text) {
        Proposal proposal = support.proposal();
        return letter(proposal, support.supporter(), "您附议的建议已有答复", """
                您附议的建议“%s”（受理编号 %s）已经办理，答复如下：

                %s

                您可以在 %s 用受理编号和附议查询码查看办理进度。""".formatted(proposal.publicTitle(), proposal.caseNumber(), text,
                trackingLink(proposal)));
    }

    private Letter letter(Proposal proposal, String about, String text) {
        return letter(proposal, proposal.author(), about, text);
    }

    private Letter letter(Proposal proposal, Author to, String about, String text) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        String name = Optional.ofNullable(authors.contact(to).name()).filter(each -> !each.isBlank())
                .map(each -> each + "，").orElse("");
        String phone = site.phone().map(each -> "联系电话：" + each + "\n").orElse("");
        return new Letter("【" + site.name() + "】" + about + "（" + proposal.caseNumber() + "）", """
                %s您好：

                %s

                %s
                %s
                %s%s""".formatted(name, text, SIGN_OFF_RULE, site.office().orElse(site.district() + " " + site.name()), phone,
                campaign.title()) + "\n");
    }

    private String trackingLink(Proposal proposal) {
        return trackingLink(url, proposal);
    }

    static String trackingLink(PublicUrl url, Proposal proposal) {
        return url.to("/track?number=" + proposal.caseNumber());
    }
}
