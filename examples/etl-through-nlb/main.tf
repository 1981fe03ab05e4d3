terraform {
  required_providers {
    aws        = { source = "hashicorp/aws" }
    postgresql = { source = "cyrilgdn/postgresql" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "postgresql" {
  host     = aws_db_instance.warehouse.address
  username = "admin"
}

resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
    stateful_engine_options {
      rule_order = "STRICT_ORDER"
      flow_timeouts {
        tcp_idle_timeout_seconds = 120
      }
    }
  }
}

resource "aws_nat_gateway" "egress" {
  allocation_id = aws_eip.egress.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_lb" "warehouse" {
  name               = "warehouse"
  load_balancer_type = "network"
}

# No tcp_idle_timeout_seconds: the default of 350 s applies.
resource "aws_lb_listener" "postgres" {
  load_balancer_arn = aws_lb.warehouse.arn
  port              = 5432
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.warehouse.arn
  }
}

resource "aws_lb_target_group" "warehouse" {
  name                   = "warehouse"
  port                   = 5432
  protocol               = "TCP"
  target_type            = "ip"
  connection_termination = true
}

resource "aws_db_parameter_group" "warehouse-pg17" {
  name   = "warehouse-pg17"
  family = "postgres17"
  parameter {
    name  = "statement_timeout"
    value = "18000000"
  }
}

resource "aws_db_instance" "warehouse" {
  identifier           = "warehouse"
  engine               = "postgres"
  engine_version       = "17.2"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.warehouse-pg17.name
}

resource "postgresql_role" "etl_nightly" {
  name  = "etl_nightly"
  login = true
}

resource "postgresql_role" "etl_hourly" {
  name  = "etl_hourly"
  login = true
}
