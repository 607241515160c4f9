package io.minsheng.intake.desk.blank;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.intake.desk.blank.BlankForm.Room;
import io.minsheng.intake.desk.blank.BlankForm.Row;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.minsheng.proposal.privacy.PrivacyPart;

/** Makes the empty form of a campaign from the fields that it asks for. */
@ApplicationScoped
public class MakeBlankForm {

    private final Campaigns campaigns;
    private final PrivacyNotices notices;
    private final PublicUrl publicUrl;

    MakeBlankForm(Campaigns campaigns, PrivacyNotices notices, PublicUrl publicUrl) {
        this.campaigns = campaigns;
        this.notices = notices;
        this.publicUrl = publicUrl;
    }

    /**
     * The form.
     *
     * @param code of the campaign
     * @throws Refusal 404 no such campaign
     */
    @Transactional
    public BlankForm of(String code) {
        Campaign campaign = campaigns.byCode(code);
        return new BlankForm(campaign.title(), campaign.fields().stream().map(each -> row(each, campaign)).toList(),
                notes(campaign));
    }

    private static Row row(AskedField field, Campaign campaign) {
        Room room = switch (field.code()) {
            case "content" -> Room.MOST;
            case "reason" -> Room.PARAGRAPH;
            case "target", "category" -> Room.LINES;
            default -> Room.LINE;
        };
        return new Row(field.label(), field.needed(), room,
                field.code().equals("category") ? campaign.categories().stream().map(Category::name).toList() : List.of());
    }

    /** No line may look like a label with a value: what comes back is read by a machine. */
    private List<String> notes(Campaign campaign) {
        List<String> notes = new ArrayList<>();
        notes.add("一张表写一件建议；带 * 的必须填写；电话和邮箱至少填一项，以便答复。请不要填写身份证号。");
        notes.add("填好后，可以作为附件发到 " + campaign.mail() + "（主题写明“" + campaign.subjectPhrase() + "”），可以邮寄或送到 "
                + campaign.address() + "，也可以交给所在村、社区或镇街的窗口；还可以直接在网上填写 " + publicUrl.to("/propose") + " 。");
        notes.add(Shanghai.sayEnd(campaign.closes()) + "截止，来信以邮戳为准。收到后会告知受理编号和查询码，凭此可以查询进度。");
        notes.add(notices.present().at(PrivacyPart.SHORT_PAPER));
        return notes;
    }
}
