package io.minsheng.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** MINSHENG_DEMO, MINSHENG_DEMO_SAMPLES, MINSHENG_DEMO_PASSWORD. */
@ConfigMapping(prefix = "minsheng")
interface DemoSettings {

    /** Whether an empty database is filled with the reference campaign and the demo accounts. */
    @WithName("demo")
    @WithDefault("false")
    boolean enabled();

    /** Whether the sample suggestions are loaded, too. */
    @WithName("demo.samples")
    @WithDefault("true")
    boolean samples();

    /** Password of all demo accounts. */
    @WithName("demo.password")
    @WithDefault("minsheng-demo")
    String password();
}
