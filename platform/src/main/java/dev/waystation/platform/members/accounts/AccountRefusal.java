package dev.waystation.platform.members.accounts;

/** Why nothing was booked on an account, or a step of its keeping did not happen. */
public enum AccountRefusal {
    ACCOUNT_NOT_FOUND,
    ACCOUNT_NOT_YOURS,
    ACCOUNT_IS_SUSPENDED,
    ACCOUNT_MONTH_LIMIT_REACHED,
    ACCOUNT_CREDIT_REACHED,
    ACCOUNT_EXISTS_ALREADY,
    ACCOUNT_EMPLOYEE_UNKNOWN,
    ACCOUNT_MONTH_NOT_OVER,
    ACCOUNT_EARLIER_MONTH_IS_OPEN,
    ACCOUNT_MONTH_DOES_NOT_TIE,
    ACCOUNT_PAYMENT_NOTED_ALREADY
}
