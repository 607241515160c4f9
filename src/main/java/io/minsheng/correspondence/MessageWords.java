package io.minsheng.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.SiteSettings;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Support;

/** The words of our mails ({@link Letters}) said in short, for a telephone. Each message begins with the site's name. */
public final class MessageWords {

    private final SiteSettings site;
    private final PublicUrl url;

    MessageWords(SiteSettings site, PublicUrl url) {
        this.site = site;
        this.url = url;
    }

    /** A question to the author, in one line. */
    public String question(Proposal proposal, String question, Instant dueAt) {
        return head() + "您的建议“" + proposal.title() + "”（受理编号 " + proposal.caseNumber() + "）需要补充说明："
                + inOneLine(question) + " 请您在" + Letters.until(dueAt) + "答复：" + trackingLink(proposal);
    }

    /** 受理回执: every number with its query code. */
    public String receipt(List<Proposal.Registered> all) {
        Proposal first = all.get(0).proposal();
        String what = all.size() == 1 ? "您的建议“" + first.title() + "”已收到。" : "您的 " + all.size() + " 条建议已收到，分别登记。";
        return head() + what + numbers(all.stream().map(each -> number(each.proposal(), each.queryCode()))) + "。查询进度："
                + (all.size() == 1 ? trackingLink(first) : url.to("/track")) + " 请保存，不要转发。";
    }

    /** 合并办理. */
    public String merged(Proposal member, Proposal into) {
        return head() + "您的建议“" + member.title() + "”（受理编号 " + member.caseNumber() + "）与受理编号 " + into.caseNumber()
                + " 的建议内容相近，合并办理。您的编号和查询码不变，办结时单独答复您。认为不是同一件事的，请在查询页面补充说明："
                + trackingLink(member);
    }

    /** The merge was undone. */
    public String unmerged(Proposal member, Proposal from) {
        return head() + "您的建议“" + member.title() + "”（受理编号 " + member.caseNumber() + "）不再与受理编号 " + from.caseNumber()
                + " 的建议合并，恢复单独办理。编号和查询码不变。查询进度：" + trackingLink(member);
    }

    /** One mail or letter became several cases: their numbers, the new query codes. */
    public String split(Proposal.Split split) {
        return head() + "您的来件（受理编号 " + split.parent().caseNumber() + "）包含多件建议，已分开登记，原编号和查询码不变。新增："
                + numbers(split.children().stream().map(each -> number(each.proposal(), each.queryCode()))) + "。查询进度："
                + url.to("/track") + " 请保存，不要转发。";
    }

    /** 答复: the released words in one line, and where to read on. */
    public String answer(Proposal proposal, String text) {
        return head() + "您的建议“" + proposal.title() + "”（受理编号 " + proposal.caseNumber() + "）已经办理，现答复如下："
                + inOneLine(text) + " 查询：" + trackingLink(proposal);
    }

    /** The answer for somebody who supports the case, under the public title. */
    public String supportAnswer(Support support, String text) {
        Proposal proposal = support.proposal();
        return head() + "您附议的建议“" + proposal.publicTitle() + "”（受理编号 " + proposal.caseNumber() + "）已经办理，答复如下："
                + inOneLine(text) + " 查询：" + trackingLink(proposal);
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s*\n\\s*", " ");
    }

    private String head() {
        return "【" + site.name() + "】";
    }

    private static String number(Proposal proposal, String queryCode) {
        return "受理编号 " + proposal.caseNumber() + "，查询码 " + queryCode;
    }

    private static String numbers(Stream<String> each) {
        return each.collect(Collectors.joining("；"));
    }

    private String trackingLink(Proposal proposal) {
        return Letters.trackingLink(url, proposal);
    }
}
