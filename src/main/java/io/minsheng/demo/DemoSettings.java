package io.minsheng.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** MINSHENG_DEMO, MINSHENG_DEMO_SAMPLES, MINSHENG_DEMO_SAMPLE_LIMIT, MINSHENG_DEMO_PASSWORD. */
@ConfigMapping(prefix = "minsheng.demo")
interface DemoSettings {

    /** Whether an empty database is filled with the reference campaign and the demo accounts. */
    @WithParentName
    @WithDefault("false")
    boolean enabled();

    /** Whether the sample suggestions are loaded, too. */
    @WithDefault("true")
    boolean samples();

    /** At most how many samples; all of them unless somebody is in a hurry. */
    @WithDefault("1000")
    int sampleLimit();

    /** Password of all demo accounts. */
    @WithDefault("minsheng-demo")
    String password();
}
