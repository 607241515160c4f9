package io.minsheng.publication.answer;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;

/** By which ways the author of a case can be reached. */
@ApplicationScoped
public class WaysOfAuthor {

    private final Authors authors;
    private final Outbox outbox;

    WaysOfAuthor(Authors authors, Outbox outbox) {
        this.authors = authors;
        this.outbox = outbox;
    }

    /**
     * A way and where it leads.
     *
     * @param known masked address or number
     */
    public record Way(WayOfDelivery way, String known) {
    }

    /** The ways that the author's contact data allow; online, by number and query code, always. */
    public List<Way> of(Proposal proposal) {
        Contact contact = authors.contact(proposal.author());
        Contact masked = contact.masked();
        List<Way> ways = new ArrayList<>();
        if (contact.hasEmail() && outbox.reaches(proposal)) {
            ways.add(new Way(WayOfDelivery.EMAIL, masked.email()));
        }
        if (contact.hasMobile()) {
            ways.add(new Way(WayOfDelivery.SMS, masked.phone()));
        }
        if (contact.hasPhone()) {
            ways.add(new Way(WayOfDelivery.PHONE, masked.phone()));
        }
        if (contact.hasAddress()) {
            ways.add(new Way(WayOfDelivery.LETTER, "已留地址"));
        }
        ways.add(new Way(WayOfDelivery.ONLINE, "凭受理编号和查询码"));
        return ways;
    }

    public boolean allows(Proposal proposal, WayOfDelivery way) {
        return of(proposal).stream().anyMatch(each -> each.way() == way);
    }

    /** The way to begin with: a letter answers a letter, else the first that is known. */
    public WayOfDelivery suggested(Proposal proposal) {
        if (proposal.channel() == Channel.LETTER && allows(proposal, WayOfDelivery.LETTER)) {
            return WayOfDelivery.LETTER;
        }
        return of(proposal).get(0).way();
    }

    /** More than number and query code is known. */
    public boolean reachable(Proposal proposal) {
        return of(proposal).size() > 1;
    }
}
