package io.minsheng.proposal;

/**
 * Who proposes, as calls send it.
 *
 * @param replyWanted absent: wanted if there is any way to reach the person
 */
public record SentProposer(ProposerKind kind, String name, String phone, String email, String address, Boolean replyWanted) {

    public NewProposal.Proposer toProposer() {
        boolean reachable = given(phone) || given(email) || given(address);
        return new NewProposal.Proposer(kind, name, phone, email, address, replyWanted == null ? reachable : replyWanted);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
