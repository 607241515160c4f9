package io.minsheng.intake.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.web.Choice;

/** What can be chosen in the form that makes a case of a mail. */
@ApplicationScoped
public class MailChoices {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final EnterReview review;

    MailChoices(Campaigns campaigns, Organisations organisations, EnterReview review) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.review = review;
    }

    public List<Choice> categories() {
        return campaigns.rules(review.campaign()).categories().stream().map(each -> new Choice(each.code(), each.name()))
                .toList();
    }

    /** Names of all of them by their codes. */
    public Map<String, String> names() {
        return Stream.concat(categories().stream(), townships().stream())
                .collect(Collectors.toMap(Choice::code, Choice::name, (one, other) -> one));
    }

    public List<Choice> townships() {
        return organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName())).toList();
    }
}
