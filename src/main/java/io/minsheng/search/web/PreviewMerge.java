package io.minsheng.search.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.TellAuthor;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;

/** Shows the notice of a merge before it goes out, made by the code that makes the real mail; the author's name is masked. */
@Singleton
class PreviewMerge {

    private final CaseAccess access;
    private final Authors authors;
    private final Letters letters;
    private final TellAuthor tellAuthor;

    PreviewMerge(CaseAccess access, Authors authors, Letters letters, TellAuthor tellAuthor) {
        this.access = access;
        this.authors = authors;
        this.letters = letters;
        this.tellAuthor = tellAuthor;
    }

    /**
     * The mail or short message to the author of the member, and whether it can go out.
     *
     * @throws Refusal 404
     */
    @Transactional
    String of(String member, String into, Actor actor) {
        Proposal proposal = access.forStaff(member, actor);
        Proposal main = access.forStaff(into, actor);
        WayOfDelivery way = tellAuthor.way(proposal).orElse(null);
        if (way == WayOfDelivery.SMS) {
            return "短信：" + letters.inShort().merged(proposal, main);
        }
        Letter letter = letters.merged(proposal, main);
        String name = authors.contact(proposal.author()).name();
        String body = name == null || name.isBlank() ? letter.body() : letter.body().replace(name, Masking.name(name));
        return (way == null ? "（没有可用的邮箱和短信，只在查询进度页说明。）\n\n" : "") + "主题：" + letter.subject() + "\n\n" + body;
    }
}
