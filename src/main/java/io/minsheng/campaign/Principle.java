package io.minsheng.campaign;

import jakarta.persistence.Embeddable;

/**
 * One of the principles by which departments score a suggestion.
 *
 * @param hint how to check it
 */
@Embeddable
public record Principle(String code, String name, String hint) {
}
