package io.minsheng.tracking;

import io.minsheng.proposal.Contact;

/**
 * What somebody asks about the own data.
 *
 * @param kind SEE, CORRECT or ERASE
 * @param words why, or what else to know; may be null
 * @param contact what is right instead, for CORRECT only
 * @param understood for ERASE: that it cannot be undone and that no answer can be sent afterwards
 */
public record SentDataRequest(String kind, String words, Contact contact, Boolean understood) {
}
