package dev.waystation.platform.engagement.webhooks;

/** Why nothing changed. */
public enum WebhookRefusal {
    WEBHOOK_NOT_FOUND,
    DELIVERY_NOT_FOUND
}
