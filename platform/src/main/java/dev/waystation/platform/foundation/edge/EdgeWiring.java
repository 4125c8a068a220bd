package dev.waystation.platform.foundation.edge;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the permission check and the caller argument into every handler. */
@Configuration(proxyBeanMethods = false)
class EdgeWiring implements WebMvcConfigurer {

    private final PermissionCheck permissions;
    private final CallerArgument caller;
    private final OneChangeAtATime turns;

    EdgeWiring(PermissionCheck permissions, CallerArgument caller, OneChangeAtATime turns) {
        this.permissions = permissions;
        this.turns = turns;
        this.caller = caller;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(permissions);
        registry.addInterceptor(turns);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(caller);
    }
}
