package io.minsheng.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * 事项类别 of a campaign.
 *
 * @param code code of the contract ({@code EDUCATION})
 * @param name Chinese name
 * @param defaultLead code of the department that usually leads; null where a person assigns
 * @param scope what belongs to it
 */
@Embeddable
public record Category(String code, String name, @Column(name = "default_lead") String defaultLead, String scope) {
}
