package io.minsheng.search.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.Outbox;
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
    private final Outbox outbox;

    PreviewMerge(CaseAccess access, Authors authors, Letters letters, Outbox outbox) {
        this.access = access;
        this.authors = authors;
        this.letters = letters;
        this.outbox = outbox;
    }

    /**
     * The mail to the author of the member, and whether it can go out.
     *
     * @throws Refusal 404
     */
    @Transactional
    String of(String member, String into, Actor actor) {
        Proposal proposal = access.forStaff(member, actor);
        Letter letter = letters.merged(proposal, access.forStaff(into, actor));
        String name = authors.contact(proposal.author()).name();
        String body = name == null || name.isBlank() ? letter.body() : letter.body().replace(name, Masking.name(name));
        return (outbox.reaches(proposal) ? "" : "（建议人没有留邮箱，只在查询进度页说明。）\n\n") + "主题：" + letter.subject() + "\n\n" + body;
    }
}
