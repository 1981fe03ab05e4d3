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
  host     = aws_db_instance.orders.address
  username = "admin"
}

# The connection string has no tcpKeepAlive and a socketTimeout of 60 s; the container has no stopTimeout: 30 s.
# (A password belongs into `secrets`. Where it stands in the open all the same, no report repeats it.)
resource "aws_ecs_task_definition" "orders" {
  family                   = "orders"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = "1024"
  memory                   = "2048"
  container_definitions = jsonencode([{
    name      = "orders"
    image     = "registry.example/orders:42"
    essential = true
    environment = [{
      name  = "SPRING_DATASOURCE_URL"
      value = "jdbc:postgresql://pgbouncer.internal:5432/orders?user=orders_app&password=not-a-real-password&prepareThreshold=0&socketTimeout=60"
    }]
  }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.orders.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}

# In front of PgBouncer. No tcp_idle_timeout_seconds: the default of 350 s applies.
resource "aws_lb" "pgbouncer" {
  name               = "pgbouncer"
  internal           = true
  load_balancer_type = "network"
}

resource "aws_lb_listener" "pgbouncer" {
  load_balancer_arn = aws_lb.pgbouncer.arn
  port              = 5432
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.pgbouncer.arn
  }
}

resource "aws_lb_target_group" "pgbouncer" {
  name        = "pgbouncer"
  port        = 5432
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_db_parameter_group" "orders-pg16" {
  name   = "orders-pg16"
  family = "postgres16"
  parameter {
    name  = "idle_in_transaction_session_timeout"
    value = "60000"
  }
}

resource "aws_db_instance" "orders" {
  identifier           = "orders"
  engine               = "postgres"
  engine_version       = "16.4"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.orders-pg16.name
}

resource "postgresql_role" "orders_app" {
  name              = "orders_app"
  login             = true
  statement_timeout = 120000
}
