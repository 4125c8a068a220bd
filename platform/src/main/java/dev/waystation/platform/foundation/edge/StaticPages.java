package dev.waystation.platform.foundation.edge;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves both web apps. An address inside an app that is no file is a page of that app. */
@Configuration(proxyBeanMethods = false)
class StaticPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console/");
        registry.addRedirectViewController("/console", "/console/");
        registry.addRedirectViewController("/app", "/app/");
        // Resource handlers never see an empty path.
        registry.addViewController("/console/").setViewName("forward:/console/index.html");
        registry.addViewController("/app/").setViewName("forward:/app/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String app : new String[] {"console", "app"}) {
            // File names in assets/ change with their content.
            registry.addResourceHandler("/" + app + "/assets/**")
                    .addResourceLocations("classpath:/static/" + app + "/assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
            registry.addResourceHandler("/" + app + "/**")
                    .addResourceLocations("classpath:/static/" + app + "/")
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(true)
                    .addResolver(new PageOfApp());
        }
    }

    private static final class PageOfApp extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            int name = path.lastIndexOf('/') + 1;
            boolean looksLikeFile = path.indexOf('.', name) >= 0;
            return looksLikeFile ? null : super.getResource("index.html", location);
        }
    }
}
