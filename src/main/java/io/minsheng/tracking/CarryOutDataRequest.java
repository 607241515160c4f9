package io.minsheng.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.proposal.CorrectAuthor;
import io.minsheng.proposal.EraseAuthor;

/** Does what was granted: corrects or erases the data of a person; to see them nothing more has to be done. */
@ApplicationScoped
public class CarryOutDataRequest {

    private final DataRequests requests;
    private final CorrectAuthor correct;
    private final EraseAuthor erase;
    private final Vault vault;

    CarryOutDataRequest(DataRequests requests, CorrectAuthor correct, EraseAuthor erase, Vault vault) {
        this.requests = requests;
        this.correct = correct;
        this.erase = erase;
        this.vault = vault;
    }

    /** Doing it again changes nothing. */
    @Transactional
    public void carryOut(String processInstance) {
        DataRequest request = requests.ofProcess(processInstance);
        switch (request.kind()) {
            case CORRECT -> correct.correct(request.author(), request.wanted(vault));
            case ERASE -> erase.erase(request.author(), Actor.SYSTEM);
            case SEE -> {
                // the answer itself opens the page
            }
        }
    }
}
