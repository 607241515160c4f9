package io.minsheng.workflow;

/** The messages that running processes wait for, named as in the models. */
public enum MessageName {

    /** A resident answered a question. */
    SUPPLEMENT("Message_Supplement"),
    /** A question that was sent did not arrive: somebody has to call or write. */
    QUESTION_UNDELIVERABLE("Message_QuestionUndeliverable"),
    /** The author withdrew the suggestion. */
    WITHDRAWN("Message_Withdrawn"),
    /** An author is not content with an answer: a person must judge. Starts a review. */
    BAD_RATING("Message_BadRating"),
    /** Somebody wants to see, correct or erase the own data: an authorised person must answer. Starts a review. */
    DATA_REQUEST("Message_DataRequest"),
    /** A report of progress came with photos: a person must look whether everyone may see them. Starts a review. */
    PHOTOS_SENT("Message_PhotosSent"),
    /** The case is handled again. Starts its process anew. */
    REOPENED("Message_Reopened"),
    /** A shortlisted case is in no frozen list yet: a list round must begin. */
    CANDIDATE_WAITING("Message_CandidateWaiting"),
    LIST_FROZEN("Message_ListFrozen"),
    DECIDED("Message_Decided"),
    PUBLISHED("Message_Published"),
    ANSWER_SENT("Message_AnswerSent"),
    ANSWER_UNDELIVERABLE("Message_AnswerUndeliverable"),
    /** A signed answer is stopped while it is held back. */
    ANSWER_STOPPED("Message_AnswerStopped"),
    /** An answer that was sent came back. Starts its delivery another way. */
    ANSWER_BOUNCED("Message_AnswerBounced"),
    CAMPAIGN_CLOSED("Message_CampaignClosed"),
    /** What a notice would call for has been done before it was issued. */
    SUPERVISION_MOOT("Message_SupervisionMoot"),
    /** A project was closed by mistake. Starts its process anew. */
    PROJECT_REOPENED("Message_ProjectReopened"),
    /** A department needs more time for its part; heard by that part's task alone. */
    EXTENSION_ASKED("Message_ExtensionAsked");

    private final String id;

    MessageName(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
