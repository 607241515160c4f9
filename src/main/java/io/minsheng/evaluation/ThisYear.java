package io.minsheng.evaluation;

/** Whether it can be done within the year (principle 可行性). */
public enum ThisYear {

    FULL("当年可以办结"),
    STAGE("当年可取得明显进展"),
    NO("当年难以办成");

    private final String label;

    ThisYear(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
