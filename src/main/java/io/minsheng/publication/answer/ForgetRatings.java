package io.minsheng.publication.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.EraseAuthor;

/** When a person is erased, the words about answers no longer say who wrote them; the scores stay. */
@ApplicationScoped
class ForgetRatings {

    private final Ratings ratings;

    ForgetRatings(Ratings ratings) {
        this.ratings = ratings;
    }

    void forget(@Observes EraseAuthor.Erased erased) {
        erased.cases().forEach(each -> ratings.allOf(each).forEach(rating -> rating.forgetPerson(erased.mask())));
    }
}
