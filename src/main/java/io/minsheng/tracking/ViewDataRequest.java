package io.minsheng.tracking;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.qute.TemplateData;

/** Shows a request about the own data to the person who answers it; contact data masked, as everywhere. */
@ApplicationScoped
public class ViewDataRequest {

    private final WorkItems items;
    private final DataRequests requests;
    private final Authors authors;
    private final Proposals proposals;
    private final Attachments attachments;
    private final Vault vault;

    ViewDataRequest(WorkItems items, DataRequests requests, Authors authors, Proposals proposals,
            Attachments attachments, Vault vault) {
        this.items = items;
        this.requests = requests;
        this.authors = authors;
        this.proposals = proposals;
        this.attachments = attachments;
        this.vault = vault;
    }

    /**
     * What is asked.
     *
     * @param ofCaseAuthor else somebody who supports the case
     * @param words the person's, or null
     * @param stored what is stored, masked
     * @param wanted what is right instead, masked; all null but for a correction
     * @param newAddress whether another address is wanted, which is not shown masked
     * @param cases how many cases the person has
     * @param shared how many files belong to the cases of other people as well, and stay with them
     */
    @TemplateData
    public record Asked(DataRequest.Kind kind, boolean ofCaseAuthor, Instant at, String words, Contact stored, Contact wanted,
            boolean newAddress, long cases, long shared) {
    }

    /**
     * The request of an open task.
     *
     * @throws Refusal 404 unknown, not theirs, or about something else
     */
    @Transactional
    public Asked ofTask(String id, Actor actor) {
        WorkItem item = items.visibleTo(id, actor);
        DataRequest request = requests.ofProcess(item.processInstance());
        Contact wanted = request.wanted(vault);
        return new Asked(request.kind(), request.ofCaseAuthor(), request.requestedAt(), request.words(vault),
                authors.contact(request.author()).masked(), wanted.masked(), wanted.hasAddress(),
                proposals.ofAuthor(request.author()).size(), attachments.sharedBy(request.author()));
    }
}
