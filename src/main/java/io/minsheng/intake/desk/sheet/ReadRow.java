package io.minsheng.intake.desk.sheet;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;

/** Makes an entry of a row; names of categories, townships and ways become codes. What cannot be read is named, not guessed. */
final class ReadRow {

    private static final String SCIENTIFIC = "[+-]?\\d(?:\\.\\d+)?[eE]\\+?\\d{1,2}";
    private static final Map<Channel, List<String>> CHANNELS = Map.of(Channel.LETTER, List.of("信函", "信件", "来信", "邮寄", "letter"),
            Channel.DESK, List.of("现场", "来访", "窗口", "desk"), Channel.PHONE, List.of("电话", "来电", "phone"));
    private static final Map<String, Boolean> ANSWERS = Map.of("是", true, "需要", true, "要", true, "true", true, "否", false,
            "不需要", false, "不要", false, "false", false);

    private final CampaignRules campaign;
    private final Header header;
    private final Organisations organisations;
    private final SheetDefaults defaults;
    private final Line line;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Column, String> values = new EnumMap<>(Column.class);

    /**
     * A row as read.
     *
     * @param key the same for rows that say the same, however their cells are formatted
     * @param problems what could not be read
     */
    record Row(int line, DeskEntry entry, String key, List<Problem> problems) {
    }

    private ReadRow(CampaignRules campaign, Header header, Organisations organisations, SheetDefaults defaults, Line line) {
        this.campaign = campaign;
        this.header = header;
        this.organisations = organisations;
        this.defaults = defaults;
        this.line = line;
    }

    static Row of(CampaignRules campaign, Header header, Organisations organisations, SheetDefaults defaults, Line line) {
        ReadRow reader = new ReadRow(campaign, header, organisations, defaults, line);
        if (line.hidden()) {
            return new Row(line.number(), null, null, List.of(Problem.ofRow("这一行被隐藏，没有读取；要登记请取消隐藏，不要登记请删去。")));
        }
        DeskEntry entry = reader.entry();
        return new Row(line.number(), entry, reader.key(), reader.problems);
    }

    private DeskEntry entry() {
        String category = coded(Column.CATEGORY, campaign.categories().stream()
                .filter(each -> is(Column.CATEGORY, Stream.of(each.name(), each.code()))).map(each -> each.code()).findFirst(),
                "没有这个类别，可填：" + campaign.categories().stream().map(each -> each.name()).collect(Collectors.joining("、")) + "。");
        String township = coded(Column.TOWNSHIP,
                organisations.townships().stream()
                        .filter(each -> is(Column.TOWNSHIP, Stream.concat(each.names(), Stream.of(each.code()))))
                        .map(Organisation::code).findFirst(),
                "没有这个镇街。");
        String place = text(Column.PLACE);
        if (blank(Column.TOWNSHIP)) {
            township = organisations.townshipIn(place).map(Organisation::code).orElse(null);
        }
        NewProposal.Wish wish = new NewProposal.Wish(text(Column.TITLE), category, text(Column.CONTENT), text(Column.REASON),
                township, place, text(Column.BENEFICIARIES), new Target(text(Column.TARGET), null, null, null, null));
        Channel channel = coded(Column.CHANNEL,
                CHANNELS.entrySet().stream().filter(each -> each.getValue().contains(typed(Column.CHANNEL)))
                        .map(Map.Entry::getKey).findFirst(),
                "来源请填信函、现场或电话。");
        LocalDate received = day(Column.RECEIVED);
        return new DeskEntry(campaign.code(), wish, proposer(),
                new DeskEntry.Arrival(channel == null && blank(Column.CHANNEL) ? defaults.channel() : channel,
                        received == null && blank(Column.RECEIVED) ? defaults.receivedOn() : received,
                        day(Column.POSTMARKED), text(Column.ENVELOPE), null),
                null);
    }

    private NewProposal.Proposer proposer() {
        String name = text(Column.NAME);
        String phone = phone();
        String email = text(Column.EMAIL);
        String address = text(Column.ADDRESS);
        boolean nobody = Stream.of(name, phone, email, address).allMatch(String::isEmpty);
        ProposerKind kind = coded(Column.KIND, Stream.of(ProposerKind.values())
                .filter(each -> is(Column.KIND, Stream.of(each.label(), each.name()))).findFirst(),
                "身份请填群众、人大代表、政协委员、单位或匿名。");
        Boolean reply = coded(Column.REPLY, Optional.ofNullable(ANSWERS.get(typed(Column.REPLY))), "请填是或否。");
        boolean reachable = Stream.of(phone, email, address).anyMatch(each -> !each.isEmpty());
        return new NewProposal.Proposer(kind != null ? kind : nobody ? ProposerKind.ANONYMOUS : ProposerKind.RESIDENT, name,
                phone, email, address, reply == null ? reachable : reply);
    }

    private String text(Column column) {
        Cell cell = header.cell(line, column);
        if (cell.trouble() != null) {
            doubt(column, cell.trouble() + "。");
        }
        String text = column == Column.CONTENT || column == Column.REASON ? Texts.clean(cell.text())
                : Texts.cleanLine(cell.text());
        if (!text.isEmpty()) {
            values.put(column, text);
        }
        return text;
    }

    /** Spreadsheet programs take telephone numbers for numbers, and some write those as 1.38E+10, which cannot be undone. */
    private String phone() {
        String phone = Normalizer.normalize(text(Column.PHONE), Normalizer.Form.NFKC);
        if (phone.matches(SCIENTIFIC)) {
            doubt(Column.PHONE, "号码被表格软件改成了科学计数，请把这一栏设为文本格式后重新填写。");
            return "";
        }
        return phone;
    }

    private LocalDate day(Column column) {
        Cell cell = header.cell(line, column);
        if (text(column).isEmpty() || cell.trouble() != null) {
            return null;
        }
        Optional<LocalDate> day = ReadDay.of(cell);
        if (day.isEmpty()) {
            doubt(column, "日期请写成 2024-10-21 的样子。");
        } else {
            values.put(column, day.get().toString());
        }
        return day.orElse(null);
    }

    /** What a cell means; nothing if it is empty. */
    private <T> T coded(Column column, Optional<T> meant, String otherwise) {
        if (text(column).isEmpty()) {
            return null;
        }
        if (meant.isEmpty()) {
            doubt(column, otherwise);
        } else {
            values.put(column, meant.get().toString());
        }
        return meant.orElse(null);
    }

    private boolean is(Column column, Stream<String> names) {
        String typed = typed(column);
        return names.anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(typed));
    }

    private String typed(Column column) {
        return Normalizer.normalize(Texts.cleanLine(header.cell(line, column).text()), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    private boolean blank(Column column) {
        return header.cell(line, column).blank();
    }

    private void doubt(Column column, String message) {
        if (problems.stream().noneMatch(each -> each.field().equals(column.field()))) {
            problems.add(new Problem(header.letters(column), column.label(campaign.fields()), column.field(), message));
        }
    }

    private String key() {
        return values.entrySet().stream().map(each -> each.getKey().name() + '\u001f' + each.getValue())
                .collect(Collectors.joining("\u001e"));
    }
}
