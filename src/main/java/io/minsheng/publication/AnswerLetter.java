package io.minsheng.publication;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.Letter;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Proposal;

/** The exact words of an answer by mail: what the preview shows is what is sent. */
@ApplicationScoped
public class AnswerLetter {

    private final PublicUrl publicUrl;

    AnswerLetter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    public Letter mail(Answer answer) {
        return mail(answer.proposal(), answer.text());
    }

    /** The mail with this text, also before anything is stored. */
    public Letter mail(Proposal proposal, String text) {
        return new Letter("关于您所提建议的答复（受理编号 " + proposal.caseNumber() + "）", text + "\n\n----\n受理编号：" + proposal.caseNumber()
                + "\n凭受理编号和查询码可随时查看办理经过：" + publicUrl.to("/track?number=" + proposal.caseNumber()) + "\n");
    }
}
