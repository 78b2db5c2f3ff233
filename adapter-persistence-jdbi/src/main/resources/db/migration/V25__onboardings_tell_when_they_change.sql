-- How far a customer has come is shown to the TAM and to the customer's administrator at once, whoever changed it. A payload as of
-- SignalPayload: of no node, so that all hear it. These rows change seldom; a commit that notifies waits for others that do.
create function tell_onboarding() returns trigger language plpgsql as $$
begin
    perform pg_notify('larkdesk_groups', 'database !' || case tg_op when 'DELETE' then old.tenant_id else new.tenant_id end);
    return null;
end
$$;
create trigger onboarding_tells after insert or update or delete on onboarding for each row execute function tell_onboarding();
create trigger preflight_tells after insert or update or delete on preflight for each row execute function tell_onboarding();
create trigger tenant_tells after insert or update on tenant for each row execute function tell_onboarding();
