package io.minsheng.publication.answer;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Disposition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The words with which answers begin, as the office has written them. */
@ApplicationScoped
public class AnswerTemplates implements PanacheRepositoryBase<AnswerTemplate, String> {

    /** The words in force; empty while the office has not changed those of the program. */
    Optional<AnswerTemplate> present(String campaign, Disposition disposition) {
        return find("campaign = ?1 and disposition = ?2 order by version desc", campaign, disposition).firstResultOptional();
    }

    /** All versions of a campaign, newest first. */
    List<AnswerTemplate> of(String campaign) {
        return list("campaign = ?1 order by version desc", campaign);
    }
}
